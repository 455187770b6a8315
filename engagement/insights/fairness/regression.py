"""How much of what is given follows need, and how much loudness or reach: a regression on ranks.

Imported by the fairness page alone, when it is opened: numpy takes a tenth of a second and 25 MB that no other page
and no worker should pay for.

The method, and what it cannot say, is in docs/fairness.md. In short: every column is turned into ranks (ties share
their mean), the ranks are standardized, and what is given is regressed on need, loudness and reach by least squares.
R² is shared out among the three by the mean over all orders in which they can enter (Lindeman, Merenda and Gold 1980,
the Shapley value). Intervals are of 95 % by the Bayesian bootstrap (Rubin 1981) over people, not decisions: somebody's
third request is no independent witness.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
DRAWS = (100, 1000)  # at least and at most; of many people fewer, since their intervals are narrow anyway
WORK = 300_000  # weights drawn in all
SEED = 20_26  # the same figures each time that the page is opened
NAMES = ("need", "loudness", "followers")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the interval that holds 95 % of the draws."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Explained:
    """Of the differences in what was given: the share of each cause (0 to 1), its effect (-1 to 1), and the rest."""

    shares: dict[str, Estimate]
    effects: dict[str, Estimate]
    rest: Estimate
    decisions: int
    people: int


def explained(
    response: Sequence[float], causes: Sequence[Sequence[float]], people: Sequence[int]
) -> Explained:
    """Return how much of `response` each of `causes` explains (as many as `NAMES`); `people` says whose each is.

    The order of the decisions does not matter, nor does anything that keeps the order of their values.
    """
    columns = np.column_stack([standardized_ranks(column) for column in (response, *causes)])
    groups, whose = np.unique(np.asarray(people), return_inverse=True)
    products = _products_by_group(columns, whose, len(groups))
    whole = _figures(products.sum(axis=0, keepdims=True))
    draws = min(max(WORK // len(groups), DRAWS[0]), DRAWS[1])
    weights = np.random.default_rng(SEED).standard_exponential((draws, len(groups)), dtype=np.float32)
    drawn = _figures(weights @ products)
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    # What is next to nothing in the record is rarely as little in a draw: an interval holds its figure all the same.
    low, high = np.minimum(low, whole[0]), np.maximum(high, whole[0])
    found = [Estimate(float(whole[0, k]), float(low[k]), float(high[k])) for k in range(whole.shape[1])]
    count = len(NAMES)
    return Explained(
        shares=dict(zip(NAMES, found[:count], strict=True)),
        effects=dict(zip(NAMES, found[count : 2 * count], strict=True)),
        rest=found[-1],
        decisions=len(columns),
        people=len(groups),
    )


def standardized_ranks(values: Sequence[float]) -> Floats:
    """Return the ranks of values, ties at their mean, with mean 0 and variance 1; zeros where all are alike."""
    distinct, places, counts = np.unique(
        np.asarray(values, dtype=float), return_inverse=True, return_counts=True
    )
    if len(distinct) < 2:
        return np.zeros(len(places))
    ranks = (counts.cumsum() - (counts - 1) / 2)[places]
    centered: Floats = ranks - ranks.mean()
    scaled: Floats = centered / centered.std()
    return scaled


def _products_by_group(columns: Floats, whose: npt.NDArray[np.intp], groups: int) -> Floats:
    """Return for each person the sums of 1, x and x·y over their decisions: all that a regression needs."""
    with_ones = np.column_stack([np.ones(len(columns)), columns])
    size = with_ones.shape[1]
    sums = np.empty((groups, size, size))
    for one in range(size):
        for other in range(one, size):
            product = with_ones[:, one] * with_ones[:, other]
            sums[:, one, other] = sums[:, other, one] = np.bincount(whose, product, groups)
    return sums.reshape(groups, -1)


def _figures(sums: Floats) -> Floats:
    """Return shares, effects and rest of each draw, from its sums of products."""
    size = len(NAMES) + 2
    moments = sums.reshape(-1, size, size)
    moments = moments / moments[:, :1, :1]
    means = moments[:, 0, 1:]
    covariance = moments[:, 1:, 1:] - means[:, :, None] * means[:, None, :]
    spread = np.sqrt(np.clip(np.diagonal(covariance, axis1=1, axis2=2), 0, None))
    spread = np.where(spread > 1e-9, spread, np.inf)  # what does not vary explains nothing
    correlation = covariance / (spread[:, :, None] * spread[:, None, :])
    with_response, among = correlation[:, 0, 1:], correlation[:, 1:, 1:]
    fits = {chosen: _fit(with_response, among, chosen) for chosen in _subsets()}
    shares = np.column_stack([_share(fits, cause) for cause in range(len(NAMES))])
    everything = tuple(range(len(NAMES)))
    effects = _solve(with_response, among, everything)
    return np.column_stack([shares, effects, 1 - fits[everything]])


def _subsets() -> list[tuple[int, ...]]:
    causes = range(len(NAMES))
    return [chosen for size in range(len(NAMES) + 1) for chosen in combinations(causes, size)]


def _solve(with_response: Floats, among: Floats, chosen: tuple[int, ...]) -> Floats:
    """Return standardized coefficients of each draw; the smallest ones where causes cannot be told apart."""
    rows = list(chosen)
    inverse = np.linalg.pinv(among[:, rows][:, :, rows], rcond=1e-9, hermitian=True)
    solved: Floats = np.einsum("nij,nj->ni", inverse, with_response[:, rows])
    return solved


def _fit(with_response: Floats, among: Floats, chosen: tuple[int, ...]) -> Floats:
    """Return R² of each draw with the chosen causes."""
    if not chosen:
        return np.zeros(len(with_response))
    solved = _solve(with_response, among, chosen)
    fit: Floats = np.clip((solved * with_response[:, list(chosen)]).sum(axis=1), 0, 1)
    return fit


def _share(fits: dict[tuple[int, ...], Floats], cause: int) -> Floats:
    """Return what a cause adds to R², as the mean over all orders in which the causes can enter."""
    count = len(NAMES)
    total = np.zeros_like(fits[()])
    for before in _subsets():
        if cause not in before:
            weight = factorial(len(before)) * factorial(count - len(before) - 1) / factorial(count)
            total += weight * (fits[tuple(sorted((*before, cause)))] - fits[before])
    return total

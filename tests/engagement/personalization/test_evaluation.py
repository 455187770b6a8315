import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from engagement.personalization.evaluation import Gate
from tests.engagement.personalization.drafts import TO_TOM

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("RAPPORT_DATA", ROOT.parent / "shared" / "data")) / "personalization"
CASE: dict[str, Any] = {
    "id": "1",
    "recipient": {
        "id": "ana",
        "name": "Ana",
        "handle": "@ana",
        "notes": ["my knee hurts since the marathon"],
    },
    "candidate": TO_TOM,
    "snippet": None,
    "history": [],
}


def test_a_pooled_history_counts_for_every_case() -> None:
    gate = Gate()
    gate.load([{"to": "tom", "text": TO_TOM, "case": "7"}])

    assert gate.check(CASE) == {"verdict": "block", "spans": [[0, len(TO_TOM) - 1]]}


def test_a_history_that_comes_with_the_case_counts_for_it_alone() -> None:
    gate = Gate()
    words = "Your neighbour with the whippet asked whether the old press with the cracked wheel is still yours to lend."
    case = CASE | {"candidate": words}

    assert gate.check(case | {"history": [{"to": "tom", "text": words}]})["verdict"] == "block"
    assert gate.check(case)["verdict"] == "pass"


def test_the_snippet_is_the_prepared_content() -> None:
    assert Gate().check(CASE | {"snippet": TO_TOM})["verdict"] == "block"


def test_a_short_answer_to_their_words_passes() -> None:
    assert Gate().check(CASE | {"candidate": "Oh no, the knee! Rest it."})["verdict"] == "pass"


@pytest.mark.data
@pytest.mark.skipif(not (DATA / "dev.jsonl").exists(), reason="the evaluation set is not here")
def test_the_evaluation_set_is_read_as_well_as_the_documentation_says() -> None:
    scorer = _scorer()
    cases = [json.loads(line) for line in (DATA / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    gate = Gate()
    gate.load([message for case in cases for message in case["history"]])
    shown = (
        {key: value for key, value in case.items() if key not in scorer.HIDE} | {"history": []}
        for case in cases
    )

    scores = scorer.score(cases, [gate.check(case) | {"id": case["id"]} for case in shown])

    kinds = [scores["kinds"][f"canned/{kind}"] for kind in ("paraphrase", "spinner")]
    assert scores["f1"] >= 0.98
    assert scores["false_alarm_block"] <= 0.003
    assert scores["false_alarm_block"] + scores["false_alarm_warn"] <= 0.03
    assert scores["not_block_blocked"] <= 0.02
    assert scores["flattery_not_passed"] >= 0.95
    assert sum(kind["block"] + kind["warn"] for kind in kinds) >= 0.95 * sum(kind["n"] for kind in kinds)
    assert scores["spans"]["char_f1"] >= 0.95


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", DATA / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""The index by which the personal check finds earlier messages: pack it, verify it, make it anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from engagement.actions import index_rebuild, message_index
from engagement.actions.index_rebuild import Looked
from engagement.models import Segment


class Command(BaseCommand):
    """`manage.py index_messages [--verify | --rebuild]`: safe at any time, beside a running app."""

    help = (
        "Pack the index of earlier messages; hold it against the words (--verify); make it anew (--rebuild)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--verify", action="store_true", help="change nothing; end with an error where it is wrong"
        )
        what.add_argument(
            "--rebuild",
            action="store_true",
            help="make it anew in portions; one that was interrupted goes on where it stopped",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say what was found."""
        if options["verify"]:
            self._verify()
        elif options["rebuild"]:
            self._rebuild()
        else:
            self._pack()

    def _verify(self) -> None:
        looked = Looked()
        for looked in index_rebuild.verify():
            self._progress(f"{looked.messages:,} messages, {looked.wrong:,} wrong")
        if looked.wrong or looked.strangers:
            raise CommandError(
                f"{_not_right(looked)}, and fingerprints of {looked.strangers:,} more are left that are gone. "
                "Make the index anew: manage.py index_messages --rebuild"
            )

    def _rebuild(self) -> None:
        begun = Segment.objects.in_the_making().exists()
        if begun:
            self._progress("An interrupted rebuilding is taken up again.")
        looked = Looked()
        for looked in index_rebuild.rebuild():
            self._progress(f"{looked.messages:,} messages, {looked.wrong:,} wrong")
        message_index.purge()
        message_index.fold()
        self.stdout.write(f"Made anew. {_not_right(looked)}.")

    def _pack(self) -> None:
        if Segment.objects.in_the_making().exists():
            raise CommandError(
                "The index is being rebuilt. If that was interrupted: index_messages --rebuild"
            )
        purged, packed, folded = message_index.purge(), message_index.pack(at_least=1), message_index.fold()
        self.stdout.write(
            f"{packed:,} messages packed, {folded:,} segments folded, {purged:,} erased messages purged."
        )

    def _progress(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def _not_right(looked: Looked) -> str:
    were = "was not indexed as it should be" if looked.wrong == 1 else "are not indexed as they should be"
    return f"{looked.wrong:,} of {looked.messages:,} messages {were}"

"""When a file is refused as a whole."""

from influencers.importing.messages import Message


class FileRefused(Exception):
    """Nothing can be imported from this file. `message` says why, and at which line where that is known."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code.value, message.value, message.line)
        self.message = message

"""Whether a port can be had, asked before gunicorn, which would try for five seconds and then speak of errno 98."""

import socket

from skill.errors import StartError


def check_free(host: str, port: int) -> None:
    """Raise StartError where the port is taken or not allowed."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            raise StartError(f"Port {port} cannot be used: {why}. --port takes another.") from error

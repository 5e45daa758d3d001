"""What has to be true before the long work begins, said in one sentence each. Runs on the system's own Python."""

import socket
import sys


def check_python() -> str:
    """Why this Python can't make the virtual environment; an empty string if it can."""
    version = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < (3, 11):  # noqa: UP036  (it runs before anything has looked at the version)
        return f"Python 3.11 or newer is needed, this is {version}. Name another one with: make run PYTHON3=python3.11"
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return f"Python's venv module is missing. Install it with: apt-get install python{version}-venv"
    return ""


def check_port(port: str) -> str:
    """Why the port can't be used; an empty string if it is free."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT must be a number from 1 to 65535, not “{port}”."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError as error:
            return (
                f"Port {port} can't be used: {error.strerror}. Stop the program that has it, "
                f"or choose another port before the first start: make run PORT=8123"
            )
    return ""


def main(what: str, *values: str) -> str:
    """Run one check by its name."""
    if what == "python":
        return check_python()
    if what == "port":
        return check_port(*values)
    return "The Python packages could not be installed; the reason is above. Is there a way to the internet?"


if __name__ == "__main__":
    problem = main(*sys.argv[1:])
    if problem:
        sys.exit(f"✗ {problem}")

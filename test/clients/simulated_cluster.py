"""Starts the simulated cluster as a program of its own."""

import json
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_TIMEOUT_SECONDS = 60


class SimulatedCluster:
    """A running simulated cluster; `connection` says how to reach it."""

    def __init__(self, cluster_file):
        self._folder = tempfile.TemporaryDirectory(prefix="proxlb-clients-")
        self._ready_file = Path(self._folder.name) / "ready.json"
        self._process = subprocess.Popen(
            [
                "node",
                "test/run-program.mjs",
                "test/simulator/src/main.ts",
                "--cluster",
                str(cluster_file),
                "--ready-file",
                str(self._ready_file),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        try:
            self.connection = self._await_connection()
        except BaseException:
            self.stop()
            raise

    @property
    def port(self):
        """Port of the first node."""
        return int(self.connection["url"].rsplit(":", 1)[1])

    @property
    def ca_file(self):
        """Certificate of the authority to trust."""
        return self.connection["caFile"]

    def token_of(self, identifier):
        """Splits the token of the ready file, after checking that it is the wanted one."""
        name, secret = self.connection["token"].split("=", 1)
        if name != identifier:
            raise ValueError(f"The simulated cluster offers the token {name}, not {identifier}.")
        return secret

    def stop(self):
        """Ends the program."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
        self._folder.cleanup()

    def _await_connection(self):
        deadline = time.monotonic() + START_TIMEOUT_SECONDS
        while not self._ready_file.exists():
            if self._process.poll() is not None:
                raise RuntimeError(f"The simulated cluster ended with code {self._process.returncode}.")
            if time.monotonic() > deadline:
                raise RuntimeError(f"The simulated cluster did not answer within {START_TIMEOUT_SECONDS} s.")
            time.sleep(0.02)
        return json.loads(self._ready_file.read_text())

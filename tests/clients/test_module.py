"""The published client module: its built files are those of its source."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

MODULE = Path(__file__).resolve().parents[2] / "web" / "client"
BUILT = MODULE / "dist"


def test_built_files_are_those_of_the_source() -> None:
    """Without node: the build notes the sums of its source."""
    noted = dict(line.split()[::-1] for line in (BUILT / "SOURCES.sha256").read_text().splitlines())
    source = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MODULE.glob("src/*.ts")}
    assert noted == source, "run `npm run build` in web/client"


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (MODULE / "node_modules").exists(), reason="run npm ci in web/client first")
def test_a_build_gives_the_committed_files(tmp_path: Path) -> None:
    subprocess.run(["npx", "tsc", "--outDir", tmp_path], cwd=MODULE, check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in BUILT.glob("*.[jt]s")}


def test_the_source_is_short() -> None:
    lines = [line.strip() for path in MODULE.glob("src/*.ts") for line in path.read_text().splitlines()]
    assert sum(bool(line) and not line.startswith(("/**", "//")) for line in lines) < 100

"""Check without Node that the bundled page scripts were built from their present sources."""

import hashlib
from pathlib import Path
from typing import Final

SOURCES: Final = Path("lib/page_scripts")
BUNDLES: Final = Path("lib/chainrule_widgets")
DIGESTS: Final = BUNDLES / "scripts.sha256"
BUILD_COMMAND: Final = f"cd {SOURCES} && npm ci && npm run build"


def outdated(root: Path) -> list[Path]:
    """Return the scripts that are not those of the last build; none where there are no sources.

    The build writes down the SHA-256 digest of each source and each bundle, in the format of
    `sha256sum`, with paths relative to the sources.
    """
    sources = root / SOURCES
    if not sources.is_dir():
        return []
    lines = (root / DIGESTS).read_text(encoding="utf-8").splitlines()
    built = {
        (sources / path).resolve(): digest for digest, path in (line.split() for line in lines)
    }
    bundles = (root / BUNDLES).resolve().rglob("*.js")
    paths = {*built, *_sources(sources.resolve()), *bundles}
    return sorted(path for path in paths if not _has_digest(path, built.get(path, "")))


def _sources(folder: Path) -> list[Path]:
    """Return every script that a bundle may be built from."""
    return [
        path
        for path in folder.rglob("*.js")
        if "node_modules" not in path.relative_to(folder).parts
        and not path.name.endswith((".test.js", ".config.js"))
    ]


def _has_digest(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest

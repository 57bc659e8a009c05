"""Check without Node that the bundled page scripts were built from their present sources."""

import hashlib
from pathlib import Path
from typing import Final

SOURCES: Final = Path("lib/page_scripts")
DIGESTS: Final = Path("lib/chainrule_widgets/scripts.sha256")
REBUILD: Final = f"cd {SOURCES} && npm ci && npm run build"


def outdated(root: Path) -> list[Path]:
    """Return the scripts that changed since the last build; none where there are no sources.

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
    present = {path for path in _scripts(sources) if path.is_file()}
    return sorted(
        path for path in present | set(built) if not _has_digest(path, built.get(path, ""))
    )


def _scripts(sources: Path) -> list[Path]:
    """Return every script that a bundle may be built from."""
    found = (path.resolve() for path in sources.rglob("*.js"))
    return [path for path in found if _is_source(path.relative_to(sources.resolve()))]


def _is_source(path: Path) -> bool:
    tool = path.name.endswith((".test.js", ".config.js"))
    return not tool and "node_modules" not in path.parts


def _has_digest(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest

#!/usr/bin/env python3
"""What deploy/Dockerfile builds, read without a container engine.

`image.py check` compares it with the repository: exit status 1 and a line for each fault.
`image.py context FOLDER` copies what the build is given, as deploy/Dockerfile.dockerignore says.
`image.py env` prints the variables of the image, one a line. `image.py user`, `image.py healthcheck` and `image.py command` print those.
"""

import fnmatch
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "deploy/Dockerfile"


def instructions():
    """The instructions as (name, text), joined over lines."""
    text = re.sub(r"^\s*#.*\n", "", DOCKERFILE.read_text(), flags=re.M)
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip():
            name, _, rest = line.strip().partition(" ")
            yield name.upper(), rest.strip()


def stages():
    """The stages as (name, image, instructions)."""
    found = []
    for name, rest in instructions():
        if name == "FROM":
            image, _, alias = rest.partition(" AS ")
            found.append((alias or "final", image, []))
        else:
            found[-1][2].append((name, rest))
    return found


def final(name):
    """The instruction of the last stage."""
    return [rest for instruction, rest in stages()[-1][2] if instruction == name]


def variables():
    """What the image sets."""
    return dict(pair.split("=", 1) for rest in final("ENV") for pair in rest.split())


def command(name):
    """An instruction in the form of a list."""
    return json.loads(re.search(r"\[.*\]", final(name)[0]).group())


def matches(path, pattern):
    """Whether a pattern of the ignore file is about this path or a folder above it."""
    parts = path.split("/")
    above = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    if pattern.startswith("**/"):
        return any(fnmatch.fnmatchcase(part, pattern[3:]) for part in parts)
    return any(fnmatch.fnmatchcase(one, pattern) and one.count("/") == pattern.count("/") for one in above)


def context():
    """Files of the repository that the build is given: the last line that is about a file decides."""
    lines = (ROOT / "deploy/Dockerfile.dockerignore").read_text().splitlines()
    rules = [(line.lstrip("!"), line.startswith("!")) for line in lines if line and not line.startswith("#")]
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True)
    for path in listed.stdout.splitlines():
        kept = True
        for pattern, keeps in rules:
            if matches(path, pattern):
                kept = keeps
        if kept and (ROOT / path).is_file():
            yield path


def missing_sources(files):
    """Sources of COPY that the build is not given."""
    for stage, _, steps in stages():
        for name, rest in steps:
            words = [word for word in rest.split() if not word.startswith("--")]
            if name != "COPY" or "--from=" in rest:
                continue
            for source in words[:-1]:
                if source != "." and not any(file == source or file.startswith(source.rstrip("/") + "/") for file in files):
                    yield f"the stage {stage} copies {source}, which the build is not given"


def missing_includes(files):
    """Files that the program's code has inside, and that the build is not given."""
    pattern = re.compile(r'(?:include_str|include_bytes|embed_migrations)!\(\s*"([^"]+)"')
    for file in files:
        if not file.endswith(".rs"):
            continue
        crate = next((above for above in (ROOT / file).parents if (above / "Cargo.toml").exists()), ROOT)
        for included in pattern.findall((ROOT / file).read_text()):
            # Migrations are named from their crate, everything else from the file.
            places = [(base / included).resolve() for base in ((ROOT / file).parent, crate)]
            inside = [place.relative_to(ROOT).as_posix() for place in places if place.is_relative_to(ROOT)]
            if not any(one == place or one.startswith(place + "/") for one in files for place in inside):
                yield f"{file} includes {included}, which the build is not given"


def faults():
    """Everything that is wrong."""
    files = sorted(context())
    yield from missing_sources(files)
    yield from missing_includes(files)
    manifest = (ROOT / "Cargo.toml").read_text()
    for member in re.search(r"members = \[(.*?)\]", manifest, re.S).group(1).replace('"', "").replace(",", " ").split():
        if f"{member}/Cargo.toml" not in files:
            yield f"the workspace has {member}, which the build is not given"
    known = {name for name, _, _ in stages()}
    for name, image, _ in stages():
        if image not in known | {"scratch"} and not re.search(r":[\w.-]*\d", image):
            yield f"the stage {name} begins with {image}, which is no fixed version"
        for source in re.findall(r"--from=(\S+)", " ".join(rest for _, rest in stages()[-1][2])):
            if source not in known:
                yield f"there is no stage {source}"
    oldest = re.search(r'rust-version = "1\.(\d+)"', manifest).group(1)
    rust = next(image for _, image, _ in stages() if image.startswith("rust:"))
    if int(re.search(r"rust:1\.(\d+)", rust).group(1)) < int(oldest):
        yield f"{rust} is older than Rust 1.{oldest}, which the workspace needs"
    sample = (ROOT / ".env.sample").read_text()
    for name in variables():
        if not re.search(rf"^(# )?{name}=", sample, re.M):
            yield f"the image sets {name}, which is not a setting"
    if stages()[-1][1] != "scratch" or final("USER") != ["65532:65532"]:
        yield "the image holds more than the program, or is root"
    if 'user                   = "65532:65532"' not in (ROOT / "terraform/modules/ecs_service/task.tf").read_text():
        yield "the tasks of terraform/ run as another user than the image"


def main(arguments):
    match arguments:
        case ["check"]:
            found = sorted(set(faults()))
            print(*(f"  {fault}" for fault in found), sep="\n", end="\n" if found else "")
            return 1 if found else 0
        case ["context", folder]:
            for path in context():
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, target)
        case ["env"]:
            print(*(f"{name}={value}" for name, value in variables().items()), sep="\n")
        case ["user"]:
            print(final("USER")[0])
        case ["healthcheck"]:
            print(*command("HEALTHCHECK"))
        case ["command"]:
            print(*command("ENTRYPOINT"), *command("CMD"))
        case _:
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

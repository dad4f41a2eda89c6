# The test suite: `lit-22 test-corpus`, or any file or folder in it.
#
# --param build=DIR       the build tree (default: build/)
# --param sanitize=KINDS  that build has sanitizers: clang-tidy cannot load its plugin

import atexit
import importlib.util
import os
import shlex
import shutil
import sys
import tempfile

import lit.formats

source = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(source)
build = os.path.abspath(lit_config.params.get("build", os.path.join(root, "build")))
llvm = "/usr/lib/llvm-22/bin"

config.name = "dbtidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "example", "tools", "generated", "CMakeLists.txt"]
config.test_source_root = source
config.test_exec_root = os.path.join(build, "test-corpus")


def tool(*names):
    """The path of the first of names that is installed; its bare name otherwise."""
    for name in names:
        path = shutil.which(name) or shutil.which(name, path=llvm)
        if path:
            return path
    return names[0]


def installed(*names):
    return os.path.exists(tool(*names))


paths = {
    "dbtidy": os.path.join(build, "bin", "dbtidy"),
    "worker": os.path.join(build, "bin", "dbtidy-worker"),
    "plugin": os.path.join(build, "lib", "libdbtidy.so"),
    "clang": tool("clang-22", "clang"),
    "clang_tidy": tool("clang-tidy-22", "clang-tidy"),
    "clang_format": tool("clang-format-22"),
    "FileCheck": tool("FileCheck-22", "FileCheck"),
    "not": tool("not-22", "not"),
    "split_file": tool("split-file-22", "split-file"),
    "llvm_include": os.path.join(os.path.dirname(llvm), "include"),
    "python": sys.executable,
    "root": root,
    "rules": os.path.join(root, "rules"),
    "tools": os.path.join(source, "tools"),
}
for name, path in paths.items():
    config.substitutions.append((rf"%{name}\b", shlex.quote(path)))

# Every switch of the build that a test depends on.
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"
config.environment["LC_ALL"] = "C.UTF-8"
# Nothing of an earlier run of the tests, and nothing of the user's.
cache = tempfile.mkdtemp(prefix="dbtidy-test-cache-")
atexit.register(shutil.rmtree, cache, ignore_errors=True)
config.environment["XDG_CACHE_HOME"] = cache
plugin = paths["plugin"]
if "sanitize" in lit_config.params:
    config.available_features.add("sanitize")
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0"
    plugin = ""
if os.path.exists(paths["plugin"]) and plugin:
    config.available_features.add("plugin")
if installed("clang-format-22"):
    config.available_features.add("clang-format")
try:
    for end in os.openpty():
        os.close(end)
    config.available_features.add("terminal")
except OSError:
    pass  # a chroot without /dev/pts
if importlib.util.find_spec("jsonschema"):
    config.available_features.add("jsonschema")

check_dbtidy = [paths["python"], os.path.join(source, "tools", "check_dbtidy.py"), "--dbtidy", paths["dbtidy"],
                "--clang-tidy", paths["clang_tidy"], "--plugin", plugin, "--rules", paths["rules"]]
config.substitutions.append(("%check_dbtidy", " ".join(shlex.quote(word) for word in check_dbtidy)))

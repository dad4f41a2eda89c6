//===- Options.cpp - The command line -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

#include <fmt/format.h>
#include <functional>

namespace dbtidy::driver {

static llvm::Error usage(const std::string &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

namespace {

/// One option: its name, whether it takes a value, and what to do with it.
struct Rule {
  llvm::StringRef Name;
  const char *Value; ///< the value's name in messages; null for a switch
  std::function<llvm::Error(Options &, llvm::StringRef)> Apply;
};

llvm::Error number(llvm::StringRef Text, llvm::StringRef Option, unsigned Most,
                   unsigned &Out) {
  if (Text.getAsInteger(10, Out) || Out == 0 || Out > Most)
    return usage(fmt::format("'{}={}' is not a number from 1 to {}", Option.str(),
                             Text.str(), Most));
  return llvm::Error::success();
}

template <typename E>
llvm::Error choice(llvm::StringRef Text, llvm::StringRef Option,
                   std::initializer_list<std::pair<llvm::StringRef, E>> Known, E &Out) {
  std::string Names;
  for (const auto &[Name, Value] : Known) {
    if (Text == Name) {
      Out = Value;
      return llvm::Error::success();
    }
    Names += (Names.empty() ? "" : ", ") + Name.str();
  }
  return usage(fmt::format("'{}={}' is not known; it takes one of: {}", Option.str(),
                           Text.str(), Names));
}

void splitInto(std::vector<std::string> &Out, llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 8> Parts;
  Text.split(Parts, ',', -1, false);
  for (const llvm::StringRef Part : Parts)
    Out.push_back(Part.trim().str());
}

const std::vector<Rule> &rules() {
  const auto Switch = [](bool Options::*Member) {
    return [Member](Options &O, llvm::StringRef) {
      O.*Member = true;
      return llvm::Error::success();
    };
  };
  const auto Text = [](std::string Options::*Member) {
    return [Member](Options &O, llvm::StringRef V) {
      O.*Member = V.str();
      return llvm::Error::success();
    };
  };
  static const std::vector<Rule> All = {
      {"-p", "BUILD", Text(&Options::Build)},
      {"--checks", "GLOBS",
       [](Options &O, llvm::StringRef V) -> llvm::Error {
         const size_t Before = O.Checks.size();
         splitInto(O.Checks, V);
         if (O.Checks.size() == Before)
           return llvm::createStringError(
               llvm::inconvertibleErrorCode(),
               "--checks=" + V + " names no check; 'dbtidy list checks' lists them");
         return llvm::Error::success();
       }},
      {"--rules", "FILE",
       [](Options &O, llvm::StringRef V) {
         O.Rules.push_back(V.str());
         return llvm::Error::success();
       }},
      {"--sarif", "FILE", Text(&Options::Sarif)},
      {"--format", "text|short",
       [](Options &O, llvm::StringRef V) {
         return choice(V, "--format", {{"text", Format::Text}, {"short", Format::Short}},
                       O.Output);
       }},
      {"--dump", "program|states|summaries",
       [](Options &O, llvm::StringRef V) {
         return choice(V, "--dump",
                       {{"program", Stage::Program},
                        {"states", Stage::States},
                        {"summaries", Stage::Summaries}},
                       O.DumpStage);
       }},
      {"--color", "auto|always|never",
       [](Options &O, llvm::StringRef V) {
         return choice(V, "--color",
                       {{"auto", Options::Colour::Auto},
                        {"always", Options::Colour::Always},
                        {"never", Options::Colour::Never}},
                       O.Colours);
       }},
      {"-j", "N",
       [](Options &O, llvm::StringRef V) { return number(V, "-j", 1024, O.Jobs); }},
      {"--timeout", "SECONDS",
       [](Options &O, llvm::StringRef V) {
         return number(V, "--timeout", 86400, O.TimeoutSeconds);
       }},
      {"--stats", nullptr, Switch(&Options::Statistics)},
      {"--quiet", nullptr, Switch(&Options::Quiet)},
      {"-q", nullptr, Switch(&Options::Quiet)},
      {"--all-throw", nullptr, Switch(&Options::AllThrow)},
      {"--no-cache", nullptr, Switch(&Options::NoCache)},
      {"--output", "FILE", Text(&Options::Made)},
      {"-o", "FILE", Text(&Options::Made)},
      {"--depfile", "FILE", Text(&Options::Depfile)},
      {"--root", "DIR", Text(&Options::Root)},
      {"--cache-dir", "DIR", Text(&Options::CacheFolder)},
  };
  return All;
}

std::string nearest(llvm::StringRef Name) {
  std::string Best;
  unsigned Distance = 4;
  for (const Rule &R : rules())
    if (const unsigned D = Name.edit_distance(R.Name); D < Distance) {
      Distance = D;
      Best = R.Name.str();
    }
  return Best;
}

/// Applies the option at Words[I]; I is left at the last word used.
llvm::Error option(Options &O, const std::vector<std::string> &Words, size_t &I) {
  llvm::StringRef Name = Words[I], Value;
  bool HasValue = false;
  if (const auto Equal = Name.find('='); Equal != llvm::StringRef::npos) {
    Value = Name.substr(Equal + 1);
    Name = Name.take_front(Equal);
    HasValue = true;
  }
  // -j4 and -pBUILD, as make and clang-tidy take them.
  if (!HasValue && Name.size() > 2 && !Name.starts_with("--") &&
      (Name.starts_with("-j") || Name.starts_with("-p"))) {
    Value = Name.substr(2);
    Name = Name.take_front(2);
    HasValue = true;
  }
  const auto Found =
      llvm::find_if(rules(), [&](const Rule &R) { return R.Name == Name; });
  if (Found == rules().end()) {
    const std::string Near = nearest(Name);
    return usage(fmt::format("unknown option '{}'{}; 'dbtidy help check' lists all",
                             Name.str(),
                             Near.empty() ? "" : ", did you mean '" + Near + "'?"));
  }
  if (!Found->Value) {
    if (HasValue)
      return usage(fmt::format("option '{}' takes no value", Name.str()));
    return Found->Apply(O, "");
  }
  if (!HasValue) {
    if (I + 1 >= Words.size())
      return usage(fmt::format("option '{}' needs a value: {}={}", Name.str(), Name.str(),
                               Found->Value));
    Value = Words[++I];
  }
  if (Value.empty())
    return usage(fmt::format("option '{}' has an empty value: {}={}", Name.str(),
                             Name.str(), Found->Value));
  return Found->Apply(O, Value);
}

} // namespace

static llvm::Error command(Options &O, llvm::StringRef Word) {
  return choice(Word, "command",
                {{"check", Command::Check},
                 {"summarize", Command::Summarize},
                 {"link", Command::Link},
                 {"report", Command::Report},
                 {"list", Command::List},
                 {"explain", Command::Explain},
                 {"cache", Command::Cache},
                 {"help", Command::Help},
                 {"version", Command::Version}},
                O.What);
}

static llvm::Error validate(const Options &O) {
  if (O.What == Command::List &&
      (O.Operands.size() != 1 || (O.Operands[0] != "checks" && O.Operands[0] != "rules")))
    return usage("'dbtidy list' takes one of: checks, rules");
  if (O.What == Command::Explain && O.Operands.size() != 1)
    return usage(
        "'dbtidy explain' takes the name of one check; 'dbtidy list checks' lists "
        "them");
  const bool Makes = O.What == Command::Summarize || O.What == Command::Link;
  if (Makes && O.Made.empty())
    return usage("there is no file to write: name it with --output=FILE");
  if (O.What == Command::Summarize && O.Operands.size() != 1)
    return usage("'dbtidy summarize' takes one C or C++ file, and -p BUILD or its flags "
                 "behind --");
  if (O.What == Command::Link && O.Operands.empty())
    return usage(
        "nothing to link: give the files that 'dbtidy summarize' made, or @LIST");
  if (O.What == Command::Report && O.Operands.size() != 1)
    return usage("'dbtidy report' takes the index that 'dbtidy link' made");
  if (O.What == Command::Cache &&
      (O.Operands.size() != 1 || (O.Operands[0] != "stats" && O.Operands[0] != "clear")))
    return usage("'dbtidy cache' takes one of: stats, clear");
  if (O.What == Command::Check && O.Build.empty() && O.Operands.empty())
    return usage("nothing to check: give files, or -p BUILD with the folder of a "
                 "compile_commands.json");
  return llvm::Error::success();
}

llvm::Expected<Options> parseOptions(const std::vector<std::string> &Words) {
  Options O;
  if (Words.empty())
    return usage("no command given; 'dbtidy help' shows what there is");
  if (Words[0] == "--help" || Words[0] == "-h")
    return O;
  if (Words[0] == "--version") {
    O.What = Command::Version;
    return O;
  }
  if (llvm::Error E = command(O, Words[0])) {
    llvm::consumeError(std::move(E));
    return usage(fmt::format("unknown command '{}'; there are: check, summarize, link, "
                             "report, list, explain, cache, help, version",
                             Words[0]));
  }
  if (O.What == Command::Help) {
    O.HelpTopic = Words.size() > 1 ? Words[1] : "";
    return O;
  }
  for (size_t I = 1; I != Words.size(); ++I) {
    const llvm::StringRef Word = Words[I];
    if (Word == "--") {
      O.FixedFlags = true;
      O.Flags.assign(Words.begin() + static_cast<ptrdiff_t>(I) + 1, Words.end());
      break;
    }
    if (Word == "--help" || Word == "-h") {
      O.HelpTopic = Words[0];
      O.What = Command::Help;
      return O;
    }
    if (Word.starts_with("-") && Word != "-") {
      if (llvm::Error E = option(O, Words, I))
        return std::move(E);
    } else {
      O.Operands.push_back(Word.str());
    }
  }
  if (llvm::Error E = validate(O))
    return std::move(E);
  return O;
}

std::string helpText(const std::string &Topic) {
  if (Topic == "check")
    return R"(dbtidy check [-p BUILD] [PATH...] [OPTION...] [-- FLAGS]

Analyses C and C++ files for database connections, results, statements and transactions
that are not closed on every path, and for handles used after their end.

  dbtidy check -p build                  every file of build/compile_commands.json
  dbtidy check -p build src/db           of these, the ones below src/db
  dbtidy check a.c -- -Iinclude          one file, with its compiler flags

  -p BUILD               folder of compile_commands.json, or that file
  --checks=GLOBS         checks to run: 'db-*,-db-use-after-close'; the last match counts
  --rules=FILE|DIR       more rule files, for your own wrappers (repeatable)
  --sarif=FILE           writes SARIF 2.1.0 too; '-' for standard output, instead of text
  --format=text|short    findings with their paths, or a line each
  -j N                   files compiled at a time (default: one a processor)
  --timeout=SECONDS      for compiling one file (default 300)
  --all-throw            any function without noexcept may throw, not only those known to
  --stats                counts, and the unknown functions that cost findings
  --cache-dir=DIR        where results are kept for the next run (default: the user's
                         cache folder); 'dbtidy help cache'
  --no-cache             keeps and looks up nothing
  --dump=STAGE           program, states or summaries, as text, instead of findings
  --color=WHEN           auto, always or never
  -q, --quiet            no progress, no summary

Exit status: 0 no findings, 1 wrong usage or a fault of the tool, 2 findings, 3 some file
could not be analysed.
)";
  if (Topic == "list")
    return "dbtidy list checks|rules [--rules=FILE|DIR]\n\n"
           "Lists the checks, or the libraries that the rules describe.\n";
  if (Topic == "explain")
    return "dbtidy explain CHECK\n\nShows what a check reports, why, and how to fix "
           "it.\n";
  if (Topic == "summarize" || Topic == "link" || Topic == "report")
    return R"(dbtidy summarize FILE --output=ARTEFACT [-p BUILD | -- FLAGS]
dbtidy link ARTEFACT... | @LIST --output=INDEX
dbtidy report INDEX

What 'dbtidy check' does, in steps for a build system: one compilation a file, on whichever
machine, then one analysis of all of them, then any number of reports. Equal input gives
equal bytes, whatever the order and the machine.

  --output=FILE, -o FILE   the file to make
  --depfile=FILE           summarize: what it has read, for make or ninja
  --root=DIR               files below DIR are named from there (default: the current
                           folder); for report, where they are now
  --rules=FILE|DIR         the same for summarize and link
  --all-throw              link: as for check
  --timeout=SECONDS        summarize: as for check
  --sarif, --format, --checks, --stats, --color, -q
                           report: as for check

Exit status: of summarize 3 if the file could not be compiled at all, of report that of
'dbtidy check'; 1 wrong usage or an unusable file.
)";
  if (Topic == "cache")
    return R"(dbtidy cache stats|clear [--cache-dir=DIR]

'dbtidy check' keeps the model of each file, what it found out about each function, and
the outcome of each run. A run on unchanged files compiles nothing; a changed file costs
its own compilation. What is kept holds only while the tool, the rule files, the command
and the content of every file that was read are the same; it is checked, not believed. The
oldest half goes when there are more than 4 GiB. Several runs may share a cache.

  dbtidy cache stats     what is there
  dbtidy cache clear     removes it
)";
  return R"(dbtidy finds database faults in C and C++ code before they take a service down.

  dbtidy check -p BUILD [PATH...]     analyse; see 'dbtidy help check'
  dbtidy summarize|link|report        the same in steps, for build systems
  dbtidy list checks|rules            what it looks for, which libraries it knows
  dbtidy explain CHECK                what a check means and how to fix its findings
  dbtidy cache stats|clear            what is kept between runs
  dbtidy version
)";
}

} // namespace dbtidy::driver

import type { Argument, Command, Option } from "commander";

/** The shells that can be told how to complete a command line. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof SHELLS)[number];

/** A command as completion sees it: its words, what follows them, and its options. */
interface Completed {
  /** `templates show` */
  readonly path: string;
  /** Commands below it, and the words that its first argument can be. */
  readonly words: readonly { readonly word: string; readonly description: string }[];
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A script for a shell that completes commands, options and the values that can be listed, made from the command line itself. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = commandsOf(program, "");
  return { bash, zsh, fish }[shell](program.name(), commands);
}

function commandsOf(command: Command, path: string): readonly Completed[] {
  const below = command.commands;
  const argument = command.registeredArguments[0];
  const names = below.map((one) => ({ word: one.name(), description: one.description() }));
  const own: Completed = {
    path,
    words: [...names, ...choicesOf(argument).map((word) => ({ word, description: argument?.description ?? "" }))],
    options: command.createHelp().visibleOptions(command).map(completedOption),
  };
  return [own, ...below.flatMap((one) => commandsOf(one, `${path} ${one.name()}`.trim()))];
}

function completedOption(option: Option): CompletedOption {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined);
  const { description } = option;
  return { flags, description, takesValue: option.required || option.optional, choices: choicesOf(option) };
}

function choicesOf(of: Option | Argument | undefined): readonly string[] {
  return of?.argChoices ?? [];
}

function bash(name: string, commands: readonly Completed[]): string {
  return `# Completion of ${name} for bash: source it, or keep it as ~/.local/share/bash-completion/completions/${name}
${bashFunction(`_${name}`, commands)}
complete -o filenames -F _${name} ${name}
`;
}

/**
 * zsh reads what bash reads, by bashcompinit. The file is the body of a function of its own name, which runs at every TAB, and
 * what it defines must have another one.
 */
function zsh(name: string, commands: readonly Completed[]): string {
  return `#compdef ${name}
# Completion of ${name} for zsh: keep it as _${name} in a folder of $fpath, or source it behind compinit
autoload -U +X bashcompinit && bashcompinit
${bashFunction(`_${name}_words`, commands)}
if [[ \${funcstack[1]} == _${name} ]]; then
  _bash_complete -o filenames -F _${name}_words
else
  complete -o filenames -F _${name}_words ${name}
fi
`;
}

/**
 * The command that is being written is the longest path whose words stand in the line in their order. zsh takes a bare name
 * behind a colon for a modifier, and wants arithmetic in $((…)).
 */
function bashFunction(called: string, commands: readonly Completed[]): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== "");
  const words = commands.map(({ path, words: own, options }) => {
    const list = [...own.map(({ word }) => word), ...options.flatMap(({ flags }) => flags)];
    return `    ${quoted(path)}) words=${quoted(list.join(" "))} ;;`;
  });
  const values = commands.flatMap(({ path, options }) =>
    options.filter(({ takesValue }) => takesValue).map(valueCase(path)),
  );
  return `${called}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" values="-" words="" word
  for word in "\${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
    case "\${path:+$path }$word" in
      ${paths.map(quoted).join(" | ")}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join("\n")}
  esac
  case "$path" in
${words.join("\n")}
  esac
  COMPREPLY=()
  if [[ $values != - ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
    [[ -n $values ]] || COMPREPLY=($(compgen -f -- "$current"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* || -z $path ]] || COMPREPLY+=($(compgen -f -- "$current"))
}`;
}

/** What may stand behind an option; a file where nothing else is known. */
function valueCase(path: string) {
  return ({ flags, choices }: CompletedOption): string => {
    const patterns = flags.map((flag) => quoted(`${path} ${flag}`)).join(" | ");
    return `    ${patterns}) values=${quoted(choices.join(" "))} ;;`;
  };
}

function fish(name: string, commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ path, words, options }) => {
    const when = path === "" ? "__fish_use_subcommand" : `__fish_seen_subcommand_from ${path.split(" ").at(-1) ?? ""}`;
    const line = (rest: string, description: string): string =>
      `complete -c ${name} -n ${quoted(when)} ${rest} -d ${quoted(description)}`;
    return [
      // Only a command can stand first; elsewhere a file may.
      ...words.map(({ word, description }) => line(`${path === "" ? "-f " : ""}-a ${quoted(word)}`, description)),
      ...options.map(({ flags, description, takesValue, choices }) => {
        const named = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        const value = takesValue ? ["-r"] : [];
        const list = choices.length > 0 ? ["-f", "-a", quoted(choices.join(" "))] : [];
        return line([...named, ...value, ...list].join(" "), description);
      }),
    ];
  });
  return `# Completion of ${name} for fish: keep it as ~/.config/fish/completions/${name}.fish\n${lines.join("\n")}\n`;
}

/** A word as all three shells read it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

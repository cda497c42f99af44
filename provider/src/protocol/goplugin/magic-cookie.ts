/** Proves to a plugin, as all hosts of this kind know it, that it was started by one. It guards against mistakes only. */
const cookie = {
  name: "TF_PLUGIN_MAGIC_COOKIE",
  value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
} as const;

/** Says whether Terraform or OpenTofu started this process. */
export function startedByHost(env: Readonly<Record<string, string | undefined>>): boolean {
  return env[cookie.name] === cookie.value;
}

/** Returns the text for a person who runs the executable by hand; `hint` says in whole sentences what to run instead. */
export function directRunMessage(name: string, hint: string): string {
  return (
    `This is the ${name} provider for Terraform and OpenTofu. It is a plugin: "terraform" or "tofu" starts it, and it ` +
    `does nothing when it is started by hand.\n${hint}\n`
  );
}

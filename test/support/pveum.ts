import type { ClusterInput } from "../simulator/src/description/cluster-description.js";

type User = NonNullable<ClusterInput["users"]>[number];

type AclEntry = NonNullable<ClusterInput["acl"]>[number];

/** Who may do what in a cluster. */
export interface ClusterAccess {
  readonly users: User[];
  readonly acl: AclEntry[];
}

interface Accounts {
  readonly tokens: Map<string, NonNullable<User["tokens"]>>;
  readonly roles: Map<string, readonly string[]>;
  readonly acl: AclEntry[];
}

/** The commands that the documentation uses, in the only spelling that it uses. */
const COMMANDS: readonly (readonly [RegExp, (accounts: Accounts, words: readonly string[]) => void])[] = [
  [
    /^user add (\S+)$/,
    ({ tokens }, [user = ""]) => {
      tokens.set(user, []);
    },
  ],
  [
    /^role add (\S+) --privs (\S+)$/,
    ({ roles }, [role = "", privileges = ""]) => {
      roles.set(role, privileges.split(","));
    },
  ],
  [
    /^acl modify (\S+) --(?:users|tokens) '?([^\s']+)'? --roles (\S+)$/,
    ({ roles, acl }, [path = "", subject = "", role = ""]) => {
      const privileges = roles.get(role);
      acl.push({ path, subject, ...(privileges === undefined ? { role } : { privileges: [...privileges] }) });
    },
  ],
  [
    /^user token add (\S+) (\S+) --privsep ([01])$/,
    ({ tokens }, [user = "", id = "", separation]) => {
      const added = tokens.get(user);
      if (added === undefined) throw new Error(`pveum: there is no user ${user} to give a token to.`);
      const others = added.filter((token) => token.id !== id);
      tokens.set(user, [...others, { id, privilegeSeparation: separation === "1" }]);
    },
  ],
];

/**
 * Carries out the `pveum` lines of a script, and returns users and grants for the description of a simulated cluster.
 * @throws Error at a line that is none of them.
 */
export const accessAfter = (script: string): ClusterAccess => {
  const accounts: Accounts = { tokens: new Map(), roles: new Map(), acl: [] };
  for (const line of script.split("\n").filter((text) => text.startsWith("pveum "))) {
    const command = line.slice("pveum ".length);
    const [pattern, carryOut] = COMMANDS.find(([form]) => form.test(command)) ?? [];
    if (pattern === undefined || carryOut === undefined) throw new Error(`pveum: ${command} is not understood.`);
    carryOut(accounts, pattern.exec(command)?.slice(1) ?? []);
  }
  return { users: [...accounts.tokens].map(([id, tokens]) => ({ id, tokens })), acl: accounts.acl };
};

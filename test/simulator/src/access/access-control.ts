import { seededUuid } from "../clock/random.js";
import type { AclEntry, UserDescription } from "../description/cluster-description.js";
import { ALL_PRIVILEGES, privilegesOfRole } from "./roles.js";

/** Who asks: a user, or one of a user's tokens. */
export interface Caller {
  /** `name@realm`. */
  readonly user: string;
  /** Part after the `!`; undefined for a user who logged in. */
  readonly tokenId: string | undefined;
}

/** Privilege → whether sub-paths inherit it. */
export type Privileges = ReadonlyMap<string, boolean>;

interface TokenEntry {
  readonly secret: string;
  readonly privilegeSeparation: boolean;
  revoked: boolean;
}

const SUPERUSER = "root@pam";
const DEFAULT_USERS: readonly UserDescription[] = [
  { id: SUPERUSER, password: "secret", tokens: [{ id: "sim", secret: undefined, privilegeSeparation: false }] },
];
const NOTHING: Privileges = new Map();
const EVERYTHING: Privileges = new Map(ALL_PRIVILEGES.map((privilege) => [privilege, true]));

/** Gives the caller's full id: `name@realm` or `name@realm!token`. */
export function callerId(caller: Caller): string {
  return caller.tokenId === undefined ? caller.user : `${caller.user}!${caller.tokenId}`;
}

/** The users, tokens and access control list of a cluster. */
export class AccessControl {
  readonly #passwords = new Map<string, string | undefined>();
  readonly #tokens = new Map<string, TokenEntry>();
  readonly #acl: readonly AclEntry[];
  readonly #dropped = new Set<{ readonly subject: string; readonly path: string; readonly privilege: string }>();

  // A list of thousands of guests asks for the same few answers again and again.
  readonly #computed = new Map<string, Privileges>();

  constructor(users: readonly UserDescription[], acl: readonly AclEntry[], seed: number) {
    const hasSuperuser = users.some((user) => user.id === SUPERUSER);
    for (const user of [...users, ...(hasSuperuser ? [] : DEFAULT_USERS)]) {
      this.#passwords.set(user.id, user.password);
      for (const token of user.tokens) {
        const id = `${user.id}!${token.id}`;
        const { privilegeSeparation, secret = seededUuid(seed, "token", id) } = token;
        this.#tokens.set(id, { secret, privilegeSeparation, revoked: false });
      }
    }
    for (const entry of acl) if (entry.role !== undefined) privilegesOfRole(entry.role);
    this.#acl = acl;
  }

  /** Says whether there is such a user. */
  hasUser(user: string): boolean {
    return this.#passwords.has(user);
  }

  /** Says whether the password is that of the user. */
  hasPassword(user: string, password: string): boolean {
    const expected = this.#passwords.get(user);
    return expected !== undefined && expected === password;
  }

  /** Says whether the secret is that of the token (`name@realm!id`). */
  hasSecret(token: string, secret: string): boolean {
    const entry = this.#tokens.get(token);
    return entry !== undefined && !entry.revoked && entry.secret === secret;
  }

  /** Lists the ids of all tokens, in the order of the description. */
  tokenIds(): readonly string[] {
    return [...this.#tokens.keys()];
  }

  /** Finds a token by its full id or by the part after the `!`, and gives its full id and secret. Throws when there is none. */
  token(name: string): { readonly id: string; readonly secret: string } {
    for (const [id, { secret }] of this.#tokens) if (id === name || id.split("!")[1] === name) return { id, secret };
    throw new Error(`The simulated cluster has no token "${name}"; it has ${this.tokenIds().join(", ")}.`);
  }

  /** Revokes a token, or makes it valid again. */
  setRevoked(token: string, revoked: boolean): void {
    const entry = this.#tokens.get(this.token(token).id);
    if (entry !== undefined) entry.revoked = revoked;
  }

  /** Takes a privilege away, whatever the list says; the function that it returns gives it back. */
  dropPrivilege(subject: string, path: string, privilege: string): () => void {
    const drop = { subject, path, privilege };
    this.#dropped.add(drop);
    this.#computed.clear();
    return () => {
      this.#dropped.delete(drop);
      this.#computed.clear();
    };
  }

  /** Computes what a caller may do on a path; `pool` is the pool of the guest that the path names, if any. */
  privileges(caller: Caller, path: string, pool?: string): Privileges {
    const own = this.#ofCaller(caller, path);
    return pool === undefined ? own : new Map([...this.#ofCaller(caller, `/pool/${pool}`), ...own]);
  }

  /** Lists the paths that the access control list names. */
  aclPaths(): readonly string[] {
    return [...new Set(this.#acl.map((entry) => entry.path))];
  }

  #ofCaller(caller: Caller, path: string): Privileges {
    const key = `${callerId(caller)} ${path}`;
    const known = this.#computed.get(key);
    if (known !== undefined) return known;
    const computed = this.#compute(caller, path);
    this.#computed.set(key, computed);
    return computed;
  }

  #compute(caller: Caller, path: string): Privileges {
    const ofUser = this.#withoutDropped(caller.user, path, this.#ofSubject(caller.user, path));
    if (caller.tokenId === undefined) return ofUser;
    const id = callerId(caller);
    const separated = this.#tokens.get(id)?.privilegeSeparation === true;
    return this.#withoutDropped(id, path, separated ? intersection(ofUser, this.#ofSubject(id, path)) : ofUser);
  }

  #ofSubject(subject: string, path: string): Privileges {
    if (subject === SUPERUSER) return EVERYTHING;
    let found = NOTHING;
    for (const ancestor of ancestors(path)) {
      const entries = this.#acl.filter(
        (entry) => entry.subject === subject && entry.path === ancestor && (entry.propagate || ancestor === path),
      );
      // A more specific path replaces what was inherited, it does not add to it.
      if (entries.length > 0)
        found = new Map(entries.flatMap((entry) => privilegesOf(entry).map((each) => [each, entry.propagate])));
    }
    return found;
  }

  #withoutDropped(subject: string, path: string, privileges: Privileges): Privileges {
    const dropped = [...this.#dropped].filter((drop) => drop.subject === subject && isBelow(path, drop.path));
    if (dropped.length === 0) return privileges;
    return new Map([...privileges].filter(([name]) => !dropped.some((drop) => drop.privilege === name)));
  }
}

function privilegesOf(entry: AclEntry): readonly string[] {
  return [...(entry.role === undefined ? [] : privilegesOfRole(entry.role)), ...entry.privileges];
}

function intersection(left: Privileges, right: Privileges): Privileges {
  return new Map(
    [...left]
      .filter(([name]) => right.has(name))
      .map(([name, inherited]) => [name, inherited && right.get(name) === true]),
  );
}

function ancestors(path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  return ["/", ...segments.map((_, index) => `/${segments.slice(0, index + 1).join("/")}`)];
}

function isBelow(path: string, ancestor: string): boolean {
  return ancestor === "/" || path === ancestor || path.startsWith(`${ancestor}/`);
}

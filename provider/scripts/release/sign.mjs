// Signs a file with GnuPG, as registries want it: detached, binary, and by an RSA or DSA key.
import { execFileSync } from "node:child_process";
import { ReleaseError } from "./release-error.mjs";

/** Numbers of algorithms as OpenPGP counts them. HashiCorp's registry refuses the others, elliptic curves among them. */
const ACCEPTED = new Set(["1", "17"]);

/** Where GnuPG's report of a good signature names the algorithm of the key. */
const ALGORITHM_FIELD = 8;

const gpg = (args, stderr) => {
  try {
    return execFileSync("gpg", ["--batch", ...args], { encoding: "utf8", stdio: ["inherit", "pipe", stderr] });
  } catch (error) {
    if (error.code === "ENOENT") throw new ReleaseError("gpg was not found. Install GnuPG, which signs releases.");
    throw error;
  }
};

/** Finds out that there is a key before anything is made for it. @throws ReleaseError when there is none. */
export const expectKey = (key) => {
  try {
    gpg(["--list-secret-keys", key], "ignore");
  } catch (error) {
    if (error instanceof ReleaseError) throw error;
    throw new ReleaseError(`gpg has no secret key ${key}. Its keys are listed by \`gpg --list-secret-keys\`.`);
  }
};

/** Writes FILE.sig and verifies it. @throws ReleaseError when the key is of a kind that registries refuse. */
export const sign = (file, key) => {
  const signature = `${file}.sig`;
  gpg(["--yes", "--local-user", key, "--output", signature, "--detach-sign", file], "inherit");
  const report = gpg(["--status-fd", "1", "--verify", signature, file], "ignore");
  const good = report.split("\n").find((line) => line.startsWith("[GNUPG:] VALIDSIG "));
  if (!ACCEPTED.has(good?.split(" ")[ALGORITHM_FIELD]))
    throw new ReleaseError(`${key} is neither an RSA nor a DSA key. Registries accept no others.`);
};

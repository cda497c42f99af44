import { startHttpsServer } from "./http-server.js";
import type { CannedAnswer, TestServer } from "./http-server.js";

/** What a canned cluster answers by path, without query; a function decides on each request. */
export type CannedCluster = Readonly<Record<string, unknown>>;

/** An answer other than a success with `data`. */
export class Refusal {
  readonly answer: CannedAnswer;

  constructor(status: number, reason: string) {
    this.answer = { status, reason, body: { data: null, message: `${reason}\n` } };
  }
}

/** Serves captured answers over HTTPS; unknown paths get 501 as from a real server. */
export function startCannedCluster(paths: CannedCluster): Promise<TestServer> {
  return startHttpsServer(({ method, url }) => {
    const path = url.replace(/^\/api2\/json/, "").replace(/\?.*/, "");
    if (!Object.hasOwn(paths, path)) {
      return new Refusal(501, `Method '${method} ${path}' not implemented`).answer;
    }
    const data = paths[path];
    return data instanceof Refusal ? data.answer : { body: { data } };
  });
}

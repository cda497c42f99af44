// Writes V8's code cache of a bundle: starts it as a CLI would, asks it for what every plan asks for, and lets it write
// down what it had to compile. Most of what a plan runs comes after the handshake, so the cache must reach that far.
import { spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as grpc from "@grpc/grpc-js";
import { encode } from "@msgpack/msgpack";
import { importProvider, importSource } from "./import-source.mjs";

const scripts = dirname(fileURLToPath(import.meta.url));

const HOST_ENVIRONMENT = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "6",
  PLUGIN_MIN_PORT: "10000",
  PLUGIN_MAX_PORT: "25000",
};

const LENGTH_DELIMITED = 2;

/** Two nodes and two guests: enough for the planner to walk its ways. */
const SNAPSHOT = {
  version: 1,
  nodes: ["pve1", "pve2"].map((name) => ({ name, cpuCores: 8, memoryBytes: 2 ** 36 })),
  guests: [100, 101].map((vmid) => ({
    vmid,
    name: `guest${vmid}`,
    type: "vm",
    node: "pve1",
    cpuCores: 2,
    memoryBytes: 2 ** 34,
    tags: ["plb_anti_affinity_group"],
  })),
};

/** Encodes a protobuf message whose fields are all texts, bytes or messages; `fields` are by number. */
const message = (fields) =>
  Buffer.concat(
    Object.entries(fields).flatMap(([number, content]) => {
      const bytes = Buffer.from(content);
      const head = [(Number(number) << 3) | LENGTH_DELIMITED];
      for (let rest = bytes.length; ; rest >>= 7) {
        head.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
        if (rest <= 0x7f) break;
      }
      return [Buffer.from(head), bytes];
    }),
  );

/** A DynamicValue of an object: what is not given is null, as the protocol demands every attribute. */
const objectOf = (attributes, given) => {
  const nulls = Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
  return message({ 1: encode({ ...nulls, ...given }) });
};

/** The calls of a plan, in their order: method and encoded request. */
const callsOfPlan = (provider, snapshotFile) => {
  const block = objectOf(provider.attributes, { snapshot_file: snapshotFile });
  const given = { proxlb_best_node: { name: "new", cpu_cores: 1, memory_mib: 1024 } };
  const reads = provider.dataSources.flatMap(({ typeName, schema }) => {
    const config = message({ 1: typeName, 2: objectOf(schema.attributes, given[typeName] ?? {}) });
    return [
      ["ValidateDataResourceConfig", config],
      ["ReadDataSource", config],
    ];
  });
  return [
    ["GetProviderSchema", Buffer.alloc(0)],
    ["ValidateProviderConfig", message({ 1: block })],
    ["ConfigureProvider", message({ 1: "1.6.2", 2: block })],
    ...reads,
  ];
};

const createIdentity = async () => {
  const { selfSignedCertificate, toPem } = await importSource("protocol/goplugin/certificate.ts");
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const der = selfSignedCertificate({ publicKey, privateKey, now: new Date(), serial: randomBytes(16) });
  return { certificate: toPem(der), key: privateKey.export({ type: "pkcs8", format: "pem" }) };
};

const connect = (handshake, { certificate, key }) => {
  const [, , network, address, , served] = handshake.split("|");
  const root = new X509Certificate(Buffer.from(served, "base64")).toString();
  return new grpc.Client(
    network === "unix" ? `unix:${address}` : address,
    grpc.credentials.createSsl(Buffer.from(root), Buffer.from(key), Buffer.from(certificate)),
    { "grpc.ssl_target_name_override": "localhost", "grpc.default_authority": "localhost" },
  );
};

const call = (client, path, request) =>
  new Promise((resolve, reject) => {
    const same = (bytes) => bytes;
    client.makeUnaryRequest(path, same, same, request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });

const askFor = (client, [method, request]) => call(client, `/tfplugin6.Provider/${method}`, request);

/** Writes `<bundle>.cache` for the version of Node behind `node`. */
export const writeCodeCache = async (node, bundle) => {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-cache-"));
  const identity = await createIdentity();
  const env = { ...process.env, ...HOST_ENVIRONMENT, NODE_OPTIONS: "", PLUGIN_CLIENT_CERT: identity.certificate };
  const child = spawn(node, [join(scripts, "write-code-cache.cjs"), bundle], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  try {
    const [line] = await Promise.race([
      once(child.stdout, "data"),
      exited.then(([code]) => Promise.reject(new Error(`The provider ended with ${code} before its handshake line.`))),
    ]);
    const client = connect(String(line).trim(), identity);
    const snapshotFile = join(folder, "snapshot.json");
    writeFileSync(snapshotFile, JSON.stringify(SNAPSHOT));
    const [schema, ...rest] = callsOfPlan(await importProvider(), snapshotFile);
    await askFor(client, schema);
    // A data source that refuses to be read without its settings has been warmed up as far as it goes.
    for (const request of rest) await askFor(client, request).catch(() => undefined);
    await call(client, "/plugin.GRPCController/Shutdown", Buffer.alloc(0)).catch(() => undefined);
    client.close();
    await exited;
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
};

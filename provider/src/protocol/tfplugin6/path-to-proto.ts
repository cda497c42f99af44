import type { MessageInitShape } from "@bufbuild/protobuf";
import type { Path, PathStep } from "../../cty/path.js";
import type { AttributePathSchema } from "./gen/tfplugin6_pb.js";

type ProtoPath = MessageInitShape<typeof AttributePathSchema>;

const selectorOf = (step: PathStep) => {
  if ("attribute" in step) return { case: "attributeName", value: step.attribute } as const;
  if ("key" in step) return { case: "elementKeyString", value: step.key } as const;
  return { case: "elementKeyInt", value: BigInt(step.index) } as const;
};

/** Translates a path for the CLI. */
export const pathToProto = (path: Path): ProtoPath => ({ steps: path.map((step) => ({ selector: selectorOf(step) })) });

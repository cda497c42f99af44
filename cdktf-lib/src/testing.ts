import "./testing/matcher-types.js";

export { FakeGuest } from "./testing/fake-guest.js";
export type { FakeGuestProps } from "./testing/fake-guest.js";
export { extendExpect, proxlbMatchers } from "./testing/matchers.js";
export type { Expect, MatcherVerdict } from "./testing/matchers.js";
export { parseStack, synthStack } from "./testing/synth-stack.js";
export type { SynthesizedStack } from "./testing/synth-stack.js";

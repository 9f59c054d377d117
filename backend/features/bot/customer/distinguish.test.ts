import { expect, test } from "bun:test";
import { tellingTraits } from "./distinguish";

test.each([
  ["Velg racing", "velg racing"],
  ["Smart key", "smart key"],
  ["AC double blower", "AC double blower"],
  ["Toyota Safety Sense", "Toyota Safety Sense"],
  ["Honda Sensing", "Honda Sensing"],
  ["Mercedes Me", "Mercedes Me"],
  ["Apple CarPlay", "Apple CarPlay"],
  ["TV YouTube", "TV YouTube"],
])("in the middle of a line %p is written %p: names keep their capital", (feature, written) => {
  expect(tellingTraits([{ displayCode: "#A01", keyFeatures: [feature] }]).get("#A01")).toEqual([written]);
});

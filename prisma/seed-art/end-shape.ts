import type { BodyType } from "./body-type";

/** A car seen from straight ahead or behind. Centimetres; x from the middle outwards, y from the road up. */
export type EndShape = {
  width: number;
  height: number;
  /** Width of the roof where it bends into the sides. */
  roofWidth: number;
  /** Where the windscreen begins, and where the bonnet ends above the grille. */
  screenBase: number;
  nose: number;
  /** Lower edge of the bumpers. */
  clearance: number;
  tyreWidth: number;
  /** Where the rear window begins. */
  rearGlassBase: number;
  /** A boot lid (sedan) or the tailgate of a pickup lies below the rear window. */
  rear: "hatch" | "boot" | "tailgate" | "box";
  offRoad: boolean;
};

export const endShapes: Record<BodyType, EndShape> = {
  mpv: {
    width: 174,
    height: 171,
    roofWidth: 120,
    screenBase: 113,
    nose: 93,
    clearance: 22,
    tyreWidth: 20,
    rearGlassBase: 114,
    rear: "hatch",
    offRoad: false,
  },
  suv: {
    width: 186,
    height: 178,
    roofWidth: 130,
    screenBase: 122,
    nose: 105,
    clearance: 30,
    tyreWidth: 24,
    rearGlassBase: 122,
    rear: "hatch",
    offRoad: true,
  },
  hatchback: {
    width: 168,
    height: 150,
    roofWidth: 112,
    screenBase: 103,
    nose: 83,
    clearance: 20,
    tyreWidth: 19,
    rearGlassBase: 104,
    rear: "hatch",
    offRoad: false,
  },
  sedan: {
    width: 179,
    height: 147,
    roofWidth: 108,
    screenBase: 100,
    nose: 80,
    clearance: 20,
    tyreWidth: 21,
    rearGlassBase: 110,
    rear: "boot",
    offRoad: false,
  },
  pickup: {
    width: 187,
    height: 180,
    roofWidth: 126,
    screenBase: 124,
    nose: 108,
    clearance: 36,
    tyreWidth: 26,
    rearGlassBase: 132,
    rear: "tailgate",
    offRoad: true,
  },
  minibus: {
    width: 188,
    height: 206,
    roofWidth: 156,
    screenBase: 116,
    nose: 93,
    clearance: 24,
    tyreWidth: 20,
    rearGlassBase: 124,
    rear: "box",
    offRoad: false,
  },
  van: {
    width: 186,
    height: 189,
    roofWidth: 142,
    screenBase: 129,
    nose: 108,
    clearance: 21,
    tyreWidth: 21,
    rearGlassBase: 130,
    rear: "box",
    offRoad: false,
  },
};

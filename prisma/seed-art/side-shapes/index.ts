import type { BodyType } from "../body-type";
import { hatchback } from "./hatchback";
import { minibus } from "./minibus";
import { mpv } from "./mpv";
import { pickup } from "./pickup";
import { sedan } from "./sedan";
import type { SideShape } from "./side-shape";
import { suv } from "./suv";
import { van } from "./van";

export const sideShapes: Record<BodyType, SideShape> = { mpv, suv, hatchback, sedan, pickup, minibus, van };

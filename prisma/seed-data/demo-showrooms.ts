import type { DemoShowroom } from "./demo-showroom";
import { malang } from "./malang";
import { surabaya } from "./surabaya";

export const demoShowrooms: readonly DemoShowroom[] = [surabaya, malang];

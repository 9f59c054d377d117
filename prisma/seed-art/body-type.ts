export type BodyType = "mpv" | "suv" | "hatchback" | "sedan" | "pickup" | "minibus" | "van";

import { expect, test } from "bun:test";
import { safeReturnPath } from "./return-path";

test.each(["/dashboard", "/dashboard/stok?cari=avanza&halaman=2", "/dashboard/leads/abc#x"])(
  "%p is where one returns to",
  (path) => {
    expect(safeReturnPath(path)).toBe(path.replace(/#.*/, ""));
  },
);

test.each([
  ...[
    "",
    null,
    undefined,
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/dashboard/\\..\\x",
    "dashboard",
  ],
  ...[
    "/",
    "/mobil",
    "/dashboardx",
    "/dashboard/../mobil",
    "/dashboard/%2e%2e/mobil",
    "/dashboard\n/x",
    "javascript:alert(1)",
  ],
  ...[
    "/dashboard/masuk?lanjut=/dashboard",
    "/dashboard/keluar",
    "/dashboard/atur-sandi/abc",
    `/dashboard/${"a".repeat(3_000)}`,
  ],
])("%p leads to the dashboard's front page instead", (path) => {
  expect(safeReturnPath(path)).toBe("/dashboard");
});

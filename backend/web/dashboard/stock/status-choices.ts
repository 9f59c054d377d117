import type { CarStatus } from "@/backend/features/cars";
import type { StatusChoice } from "@/frontend/dashboard/stock/car-status-card";

const choices: Record<CarStatus, StatusChoice[]> = {
  draft: [{ status: "available", label: "Terbitkan" }],
  available: [
    { status: "booking", label: "Tandai booking" },
    { status: "draft", label: "Tarik jadi draf" },
    { status: "sold", label: "Tandai terjual" },
  ],
  booking: [
    { status: "available", label: "Batal booking" },
    { status: "draft", label: "Tarik jadi draf" },
    { status: "sold", label: "Tandai terjual" },
  ],
  sold: [
    { status: "available", label: "Jual lagi" },
    { status: "booking", label: "Kembali ke booking" },
  ],
};

/** Where a car may go from here, for who may send it there; publishing is part of uploading. */
export function statusChoicesOf(
  status: CarStatus,
  rights: { mayEdit: boolean; maySetStatus: boolean },
): StatusChoice[] {
  const may = status === "draft" ? rights.mayEdit : rights.maySetStatus;
  return may ? choices[status] : [];
}

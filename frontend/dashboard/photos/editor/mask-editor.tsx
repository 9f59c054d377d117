import { Crop, Eye, EyeOff, RotateCcw, RotateCw, ScanSearch, SquarePlus, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, LinkButton } from "../../ui/button";
import { Alert } from "../../ui/feedback";
import { PhotosProblem, saveEdits } from "../live/photos-client";
import { photoHref, photosHref } from "../photo-item";
import { aroundBox, type Box } from "./box";
import { BoxList } from "./box-list";
import { type Size, Stage } from "./stage";
import { boxOf, type Edits, MOST_MASKS, useEdits } from "./use-edits";

export type MaskEditorProps = {
  carId: string;
  photoId: string;
  revision: number;
  edits: Edits;
  suggestedMask: Box | null;
  /** The showroom's colour "#rrggbb". */
  maskColor: string;
};

/** Draws boxes over plates, turns and crops: with the mouse, a finger or the keyboard. */
export function MaskEditor({ carId, photoId, revision, edits: initial, suggestedMask, maskColor }: MaskEditorProps) {
  const state = useEdits(initial);
  const { edits, isChanged, addMask, turn, startCrop } = state;
  const [isPreview, setPreview] = useState(false);
  const [zoom, setZoom] = useState<Box | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const src = `${photoHref(carId, photoId)}/asli.jpg`;
  const size = useImageSize(src);
  useLeaveWarning(isChanged && !isSaving);

  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      await saveEdits(carId, photoId, { ...edits, revision });
      location.assign(photosHref(carId));
    } catch (error) {
      setProblem(error instanceof PhotosProblem ? error.message : "Foto belum tersimpan. Coba lagi.");
      setSaving(false);
    }
  };

  if (size === "failed") return <Alert tone="danger">Foto asli tidak bisa dibuka. Muat ulang halaman ini.</Alert>;
  if (!size) return <p className="py-16 text-center text-muted">Memuat foto asli…</p>;
  return (
    <div className="stack">
      {suggestedMask && edits.masks.length === 0 && (
        <Alert tone="warning" title="Sepertinya ada plat nomor">
          <p>Periksa dulu tempatnya, baru simpan.</p>
          <Button
            type="button"
            size="sm"
            className="mt-2"
            icon={<ScanSearch aria-hidden="true" className="size-4" />}
            onClick={() => addMask(suggestedMask)}
          >
            Pakai saran
          </Button>
        </Alert>
      )}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Stage {...{ state, src, size, maskColor, isPreview, zoom }} />
        <div className="stack">
          <div className="form-actions">
            <Tool
              label="Tambah kotak"
              icon={SquarePlus}
              isDisabled={edits.masks.length >= MOST_MASKS}
              onClick={() => addMask()}
            />
            <Tool label="Potong" icon={Crop} onClick={startCrop} />
            <Tool label="Putar kiri" icon={RotateCcw} onClick={() => turn(3)} />
            <Tool label="Putar kanan" icon={RotateCw} onClick={() => turn(1)} />
            <Tool
              label={zoom ? "Perkecil" : "Perbesar"}
              icon={zoom ? ZoomOut : ZoomIn}
              isDisabled={!zoom && state.selected === null}
              onClick={() => setZoom(zoom || state.selected === null ? null : aroundBox(boxOf(edits, state.selected)))}
            />
            <Tool
              label={isPreview ? "Kembali mengedit" : "Pratinjau"}
              icon={isPreview ? EyeOff : Eye}
              onClick={() => setPreview(!isPreview)}
            />
          </div>
          <BoxList state={state} />
          <p className="text-[0.8125rem] text-muted">
            Geser kotak untuk memindahkan, tarik sudutnya untuk mengubah ukuran. Dengan keyboard: pilih kotak di daftar,
            lalu tombol panah untuk menggeser, Shift + panah untuk mengubah ukuran, Delete untuk menghapus.
          </p>
          {problem && <Alert tone="danger">{problem}</Alert>}
          <div className="form-actions">
            <Button type="button" variant="primary" disabled={!isChanged || isSaving} onClick={() => void save()}>
              {isSaving ? "Menyimpan…" : "Simpan foto"}
            </Button>
            <LinkButton href={photosHref(carId)}>Batal</LinkButton>
          </div>
        </div>
      </div>
    </div>
  );
}

type ToolProps = { label: string; icon: typeof Crop; isDisabled?: boolean; onClick(): void };

function Tool({ label, icon: Icon, isDisabled = false, onClick }: ToolProps) {
  return (
    <Button
      type="button"
      size="sm"
      icon={<Icon aria-hidden="true" className="size-4" />}
      disabled={isDisabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function useImageSize(src: string): Size | "failed" | null {
  const [size, setSize] = useState<Size | "failed" | null>(null);
  useEffect(() => {
    const image = new Image();
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => setSize("failed");
    image.src = src;
  }, [src]);
  return size;
}

function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isOn]);
}

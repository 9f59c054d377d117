import type { Announcements, UniqueIdentifier } from "@dnd-kit/core";

export const dragInstructions = {
  draggable:
    "Tekan spasi atau Enter untuk mengangkat foto, tombol panah untuk memindahkan, spasi lagi untuk meletakkan, Escape untuk batal.",
};

/** What a screen reader hears while a photo is moved. */
export function dragWords(numberOf: (id: UniqueIdentifier) => number): Announcements {
  return {
    onDragStart: ({ active }) => `Foto ${numberOf(active.id)} diangkat.`,
    onDragOver: ({ over }) => (over ? `Di urutan ${numberOf(over.id)}.` : "Di luar daftar foto."),
    onDragEnd: ({ over }) => (over ? `Foto diletakkan di urutan ${numberOf(over.id)}.` : "Foto diletakkan."),
    onDragCancel: () => "Batal. Foto kembali ke tempatnya.",
  };
}

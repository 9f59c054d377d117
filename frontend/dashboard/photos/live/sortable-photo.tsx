import { useSortable } from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import { PhotoActions, type PhotoActionsProps } from "../photo-actions";
import { PHOTO_TILE } from "../photo-grid";
import { PhotoPicture } from "../photo-picture";

/** A photo that can be dragged by its picture, and with the keyboard by its handle. */
export function SortablePhoto(props: PhotoActionsProps) {
  const { photo, number } = props;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: photo.id,
    attributes: { roleDescription: "foto yang bisa diurutkan" },
  });
  const style = {
    transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined,
    transition,
  };

  return (
    <li ref={setNodeRef} style={style} className={`${PHOTO_TILE} ${isDragging ? "z-10 opacity-80 shadow-float" : ""}`}>
      <div className="relative cursor-grab touch-manipulation select-none" {...listeners}>
        <PhotoPicture photo={photo} number={number} />
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Urutkan foto ${number}`}
          className="absolute right-1.5 bottom-1.5 flex size-8 cursor-grab items-center justify-center rounded-md border border-line bg-surface text-body"
        >
          <GripVertical aria-hidden="true" className="size-4" />
        </button>
      </div>
      <PhotoActions {...props} />
    </li>
  );
}

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { Alert } from "../../ui/feedback";
import { NoPhotos, PHOTO_GRID } from "../photo-grid";
import type { PhotoManagerProps } from "../photo-manager";
import { dragInstructions, dragWords } from "./drag-words";
import { SortablePhoto } from "./sortable-photo";
import { UploadZone } from "./upload-zone";
import { usePhotos } from "./use-photos";

/** The photo manager alive: drag to order (mouse, touch, keyboard), uploads with progress, pictures as they get ready. */
export function PhotoBoard({ carId, photos: initialPhotos }: PhotoManagerProps) {
  const { photos, problem, moveTo, makeCover, refresh } = usePhotos(carId, initialPhotos);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = photos.map(({ id }) => id);
  const numberOf = (id: unknown) => ids.indexOf(String(id)) + 1;
  const finish = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) moveTo(String(active.id), ids.indexOf(String(over.id)));
  };

  return (
    <div className="stack">
      {problem && <Alert tone="danger">{problem}</Alert>}
      {photos.length === 0 && <NoPhotos mayEdit />}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={finish}
        accessibility={{ announcements: dragWords(numberOf), screenReaderInstructions: dragInstructions }}
      >
        <SortableContext items={ids} strategy={rectSortingStrategy}>
          <ol className={PHOTO_GRID}>
            {photos.map((photo, index) => (
              <SortablePhoto
                key={photo.id}
                carId={carId}
                photo={photo}
                number={index + 1}
                count={photos.length}
                onMove={(step) => moveTo(photo.id, index + step)}
                onCover={() => makeCover(photo.id)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <UploadZone carId={carId} onUploaded={refresh} />
    </div>
  );
}

import { CarCard, type CarCardView } from "./car-card";

export type CarGridProps = {
  cars: CarCardView[];
  heading?: "h2" | "h3" | "h4";
  /** How many cards at the top load their photo at once. */
  priorityCount?: number;
  className?: string;
};

/** One column on a phone, two on a tablet, three on a desktop. */
export function CarGrid({ cars, heading, priorityCount = 0, className = "" }: CarGridProps) {
  return (
    <ul className={`grid grid-cols-1 gap-x-6 gap-y-9 sm:grid-cols-2 lg:grid-cols-3 ${className}`}>
      {cars.map((car, index) => (
        <li key={car.href}>
          <CarCard car={car} heading={heading} isPriority={index < priorityCount} />
        </li>
      ))}
    </ul>
  );
}

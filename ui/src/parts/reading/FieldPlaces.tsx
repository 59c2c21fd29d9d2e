/**
 * Where fields stand on a paper: their outlines over its picture. Owns the
 * drawing only; whoever lays it over a picture says which place was meant by a
 * click, because the picture itself may be held and moved.
 */
import { contains, pointsOf } from './geometry';
import type { Corners, Point } from './types';
import './FieldPlaces.css';

/** One field's place. */
export interface FieldPlace {
  /** Name of the field on the form. */
  path: string;
  /** What the field is called. */
  name: string;
  /** In parts of the picture's width and height. */
  corners: Corners;
  /** A person has to look at it. */
  open: boolean;
}

/** The place under a point; of two that overlap, the one that is open, else the first. */
export function placeAt(places: readonly FieldPlace[], point: Point): FieldPlace | undefined {
  const under = places.filter((place) => contains(place.corners, point));
  return under.find((place) => place.open) ?? under[0];
}

/** What is drawn. */
export interface FieldPlacesProps {
  places: readonly FieldPlace[];
  /** The field one stands in. */
  chosen: string | undefined;
}

/** Outlines; fills the picture it is laid over. */
export function FieldPlaces({ places, chosen }: FieldPlacesProps) {
  return (
    <svg
      className="field-places"
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-testid="field-places"
    >
      {places.map((place) => (
        <polygon
          key={place.path}
          points={pointsOf(place.corners)}
          data-open={place.open}
          data-chosen={place.path === chosen}
          data-testid={`place-${place.path}`}
        >
          <title>{place.name}</title>
        </polygon>
      ))}
    </svg>
  );
}

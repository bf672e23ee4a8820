/** A pinpoint in the style of another: stands in until the room of pinpoints renders them. */
export const renderPinpoint = (like: string, labels: readonly string[]): string => {
  const label = labels.length > 1 ? `${labels.slice(0, -1).join(', ')} and ${labels[labels.length - 1]}` : (labels[0] ?? '');
  return /\d/.test(like) ? like.replace(/\d+(?:\s?(?:[-–—,]|and)\s?\d+)*/, label) : `para. ${label}`;
};

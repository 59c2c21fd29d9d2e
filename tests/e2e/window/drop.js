// Hands files to an element as a drop or a paste from outside would.
const [how, element, parcels] = arguments;
const KINDS = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', tif: 'image/tiff', tiff: 'image/tiff',
  bmp: 'image/bmp', webp: 'image/webp', heic: 'image/heic', pdf: 'application/pdf',
};
const carried = new DataTransfer();
for (const { name, bytes } of parcels) {
  const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  const type = KINDS[name.split('.').pop().toLowerCase()] ?? '';
  carried.items.add(new File([raw], name, { type }));
}
const common = { bubbles: true, cancelable: true, composed: true };
if (how === 'paste') {
  element.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: carried }));
} else {
  for (const step of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(step, { ...common, dataTransfer: carried }));
  }
}

// Whether all that is to be seen has come and no movement is under way. The
// page is ahead of its picture, so two frames are let pass first.
const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
const ends = (moving) => Number.isFinite(moving.effect?.getComputedTiming().endTime);
return (async () => {
  const pictures = [...document.images];
  if (!pictures.every((picture) => picture.complete)) {
    return false;
  }
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  await frame();
  await frame();
  return !document.getAnimations().some((moving) => moving.playState === 'running' && ends(moving));
})();

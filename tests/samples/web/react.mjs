// As much of React as the hook needs, with components that show nothing: state, references and effects.
let component;

/** Renders `render` now and after each change of its state. Returns what takes it off the page. */
export function mount(render) {
  const self = { cells: [], cell: 0, effects: [], waits: false, render };
  update(self);
  return () => {
    self.render = () => undefined;
    for (const { cleanup } of self.cells) cleanup?.();
  };
}

function update(self) {
  Object.assign(self, { cell: 0, waits: false });
  component = self;
  self.render();
  for (const effect of self.effects.splice(0)) effect();
}

function cellOf(initial) {
  const self = component;
  const index = self.cell++;
  self.cells[index] ??= initial;
  return [self, self.cells[index]];
}

export function useState(value) {
  const [self, cell] = cellOf({ value });
  const set = (next) => {
    cell.value = typeof next === "function" ? next(cell.value) : next;
    if (self.waits) return;
    self.waits = true;
    queueMicrotask(() => update(self));
  };
  return [cell.value, set];
}

export function useRef(current) {
  return cellOf({ current })[1];
}

export function useEffect(effect, needs) {
  const [self, cell] = cellOf({});
  const same = needs?.every((need, index) => need === cell.needs?.[index]);
  if (same) return;
  cell.needs = needs;
  self.effects.push(() => {
    cell.cleanup?.();
    cell.cleanup = effect();
  });
}

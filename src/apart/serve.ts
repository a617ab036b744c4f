/** The other end of `Apart`: does each task it is sent, and ends with the process that started it. */
export function serve<Task>(work: (task: Task) => unknown): void {
  process.on('message', (task: Task) => {
    Promise.resolve(task)
      .then(work)
      .then(
        (answer) => process.send?.({ answer }),
        (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit());
}

/** The language server for Node: stdio or IPC. */

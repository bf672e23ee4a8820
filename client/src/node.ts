/** The extension on the desktop and on servers. */

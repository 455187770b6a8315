// Everything here makes pages quicker to use; none of it is needed to use them.
import "./theme.js";
import "./overlays.js";
import "./confirm.js";
import "./toasts.js";
import "./palette.js";
import "./keys.js";
import "./guard.js";
import "./log.js";
import "./print.js";
import "./review.js";
import "./tabs.js";

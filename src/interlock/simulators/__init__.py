"""Outside systems as separate processes: each speaks its protocol over HTTP and shares no code with Interlock."""

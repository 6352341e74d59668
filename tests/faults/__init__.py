"""Both halves under every fault that can be made on purpose: nothing lost, nothing doubled."""

namespace Orleans.Configuration;

/// <summary>Storage in memory has nothing to set in one process.</summary>
public class MemoryGrainStorageOptions;

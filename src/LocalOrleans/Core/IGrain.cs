using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks an interface of a grain.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain whose key is a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;

/// <summary>A grain whose key is an integer.</summary>
public interface IGrainWithIntegerKey : IGrain;

/// <summary>A grain whose key is text.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>A grain whose key is a GUID with a text extension.</summary>
public interface IGrainWithGuidCompoundKey : IGrain;

/// <summary>A grain whose key is an integer with a text extension.</summary>
public interface IGrainWithIntegerCompoundKey : IGrain;

/// <summary>Marks an interface of an object that grains call back.</summary>
public interface IGrainObserver : IAddressable;

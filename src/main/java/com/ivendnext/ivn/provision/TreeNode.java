package com.ivendnext.ivn.provision;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of {@link YamlTree} as the validator sees it. */
record TreeNode(Object value, String pointer) implements JsonNode {

  /** Makes such nodes. */
  static final class Factory implements JsonNodeFactory {
    @Override
    public JsonNode wrap(Object value) {
      return value instanceof TreeNode node ? node : new TreeNode(value, "");
    }

    @Override
    public JsonNode create(String text) {
      return wrap(YamlTree.parse(text, "schema"));
    }
  }

  @Override
  public String getJsonPointer() {
    return pointer;
  }

  @Override
  public SimpleType getNodeType() {
    if (value == null) {
      return SimpleType.NULL;
    }
    if (value instanceof Boolean) {
      return SimpleType.BOOLEAN;
    }
    if (value instanceof String) {
      return SimpleType.STRING;
    }
    if (value instanceof BigDecimal) {
      return SimpleType.NUMBER;
    }
    if (value instanceof Number) {
      return SimpleType.INTEGER;
    }
    return value instanceof List ? SimpleType.ARRAY : SimpleType.OBJECT;
  }

  @Override
  public boolean asBoolean() {
    return (Boolean) value;
  }

  @Override
  public String asString() {
    return String.valueOf(value);
  }

  @Override
  public BigInteger asInteger() {
    return new BigInteger(value.toString());
  }

  @Override
  public BigDecimal asNumber() {
    return new BigDecimal(value.toString());
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonNode> elements = new ArrayList<>();
    for (Object element : (List<?>) value) {
      elements.add(new TreeNode(element, pointer + "/" + elements.size()));
    }
    return elements;
  }

  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    ((Map<?, ?>) value)
        .forEach(
            (key, member) -> {
              String name = (String) key;
              String child = pointer + "/" + JsonNode.encodeJsonPointer(name);
              members.put(name, new TreeNode(member, child));
            });
    return members;
  }

  /** Never the value: it may be a secret. */
  @Override
  public String toString() {
    return "TreeNode[" + pointer + "]";
  }
}

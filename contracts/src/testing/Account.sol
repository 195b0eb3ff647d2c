// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// An account made of code: it makes any call it is told to, for anyone. For tests only.
abstract contract Account {
    function execute(address target, bytes calldata data) external payable returns (bytes memory) {
        return _call(target, msg.value, data);
    }

    function _call(address target, uint256 value, bytes memory data) internal returns (bytes memory) {
        (bool ok, bytes memory answer) = target.call{value: value}(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
        return answer;
    }
}
